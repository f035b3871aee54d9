-- The agency's own wording that an article was last brought up to: what is different in the article
-- was written here, what is different in the agency's next version was written there.
create table desk_agency_text (
  article bigint primary key references desk_wire_article (article),
  headline text not null,
  kicker text not null,
  subhead text not null,
  teaser text not null,
  byline text not null,
  credit text not null,
  dateline text not null,
  body_html text not null,
  topics text[] not null
);
insert into desk_agency_text
select t.article, v.headline, coalesce(v.kicker, a.kicker), v.subhead, v.teaser,
  coalesce(v.byline, a.byline), coalesce(v.credit, a.credit), coalesce(v.dateline, a.dateline),
  v.body_html, coalesce(v.topics, a.topics)
from desk_wire_article t
join article a on a.id = t.article
join article_version v on v.article = t.article and v.version = t.article_version;
