-- Where a local panel decides (the devolved pilot), other clocks run from the day a referral was sent.
alter table waymark.nrm_referral add column by_panel boolean not null default false;
comment on column waymark.nrm_referral.by_panel is 'A local panel decides (devolved decision-making pilot): under 18 by more than 100 days, in a site of the pilot.';
