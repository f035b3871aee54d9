-- Mail to this address came back. The mark is good as long as the account still has the address it was
-- made for.
alter table account
  add column email_bounced_at timestamptz,
  add column email_bounced text;
