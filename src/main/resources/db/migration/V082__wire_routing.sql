-- What an item can be found and sorted by, and where the newsroom's rules put it.
alter table wire_item
  -- codes and names of subjects in lower case, the broader ones among them
  add column topics text[] not null default '{}',
  add column places text[] not null default '{}',
  -- headline, kicker, subhead, teaser; then an empty line and the body, without markup
  add column plain text not null default '',
  -- whether the rules as they stand now were asked
  add column routed boolean not null default false,
  -- where they put it
  add column section text not null default '',
  -- so many hours newer than it is an item counts
  add column lift smallint not null default 0,
  -- which of the paper's own places it touches
  add column near text[] not null default '{}',
  add column action text not null default 'none' check (action in ('none', 'inbox', 'publish', 'discard')),
  -- who may talk under its article at first; empty: as everywhere
  add column discussion text not null default '' check (discussion in ('', 'members', 'held', 'closed')),
  -- the rules that fitted, by name
  add column rules text[] not null default '{}',
  add column rank_at timestamptz not null default now(),
  -- what kind of word to the newsroom it is, and which day it is about
  add column desk_kind text not null default ''
    check (desk_kind in ('', 'day_plan', 'preview', 'overview', 'notice', 'message')),
  add column about_day date;
update wire_item set plain = headline, rank_at = changed_at;

create function wire_item_rank() returns trigger language plpgsql as $$
begin
  new.rank_at := new.changed_at + new.lift * interval '1 hour';
  return new;
end $$;
create trigger wire_item_rank before insert or update of changed_at, lift on wire_item
  for each row execute function wire_item_rank();

-- what waits, the weightiest first
create index wire_item_ranked on wire_item (rank_at desc, id desc)
  where kind = 'text' and status <> 'canceled' and (state = 'inbox' or update_waits);
create index wire_item_words on wire_item using gin (to_tsvector('simple', plain));
create index wire_item_topics on wire_item using gin (topics);
create index wire_item_places on wire_item using gin (places);
create index wire_item_about_day on wire_item (about_day) where state = 'ticker';
-- who waits to be asked for by the rules
create index wire_item_unrouted on wire_item (id) where not routed and state in ('inbox', 'ticker');

-- The newsroom's rules: what they fit, and what they do. Kinds of condition all have to fit, or one of
-- them where any_of; within a kind one value is enough.
create table desk_rule (
  id bigint generated always as identity primary key,
  position int not null,
  version int not null default 1,
  -- one that came with the program: its name is a message
  preset text unique,
  name text not null default '',
  active boolean not null default false,
  any_of boolean not null default false,
  providers text[] not null default '{}',
  topics text[] not null default '{}',
  places text[] not null default '{}',
  languages text[] not null default '{}',
  words text[] not null default '{}',
  only_title boolean not null default false,
  urgency int check (urgency between 1 and 9),
  section text references section on delete set null,
  lift smallint not null default 0 check (lift between -48 and 48),
  action text not null default 'none' check (action in ('none', 'inbox', 'publish', 'discard')),
  discussion text not null default '' check (discussion in ('', 'members', 'held', 'closed')),
  check (preset is not null or name <> '')
);

-- The towns and villages that the paper is made for; other names of one behind it.
create table desk_place (
  name text primary key,
  aliases text[] not null default '{}'
);

insert into desk_rule (position, preset, active, any_of, topics, words, only_title, discussion) values
  (1, 'suicide', true, true, '{}',
    '{suizid*,suizidal*,selbstmord,selbstmorde,selbstmordes,selbstmords,selbsttötung*,freitod*,nahm sich das Leben,sich das Leben genommen,sich das Leben nehmen,suicid*,togliersi la vita,tolto la vita,tolta la vita}',
    false, 'closed'),
  (2, 'minors', true, true, '{}',
    '{minderjährig*,kindesmissbrauch*,Missbrauch von Kindern,Missbrauchs von Kindern,sexueller Missbrauch,sexuellen Missbrauchs,kinderporno*,pädophil*,schutzbefohlen*,jugendgericht*,minorenn*,abusi su minori,pedofil*,pedoporno*,child abuse,underage}',
    false, 'held'),
  (3, 'courts', true, true,
    '{medtop:20000106,medtop:20000107,medtop:20000111,subj:02001000,subj:02008000}',
    '{angeklagt*,anklage*,staatsanwalt*,landesgericht*,landgericht*,amtsgericht*,bezirksgericht*,oberlandesgericht*,strafgericht*,schwurgericht*,strafprozess*,verurteilt*,freigesprochen*,freispruch*,untersuchungshaft,imputat*,condannat*,assolt*,procura,processo,rinviato a giudizio,defendant*,sentenced,acquitted,on trial}',
    true, 'held'),
  (4, 'deaths', true, true, '{}',
    '{tot,tote,toten,toter,totes,tödlich*,gestorben,stirbt,sterben,verstorben*,ums Leben,todesopfer*,todesfall,getötet*,leiche,leichen,leichnam,mord,ermordet*,morto,morta,morti,morte,muore,muoiono,decedut*,uccis*,omicidio,dead,dies,died,killed,death,deaths,murder*}',
    true, 'held');
