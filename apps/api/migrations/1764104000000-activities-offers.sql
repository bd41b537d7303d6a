-- A place that became free is held for the first in line until `offer_until`.
alter table sign_ups add column offer_until timestamptz;
alter table sign_ups add constraint sign_ups_offer_has_an_end check ((state = 'offered') = (offer_until is not null));
create index sign_ups_offers on sign_ups (center_id, activity_id, offer_until) where state = 'offered';

-- When the first of an activity's offers ends, so that a batch of sign-ups sees from the row that it
-- locks anyway whether any has. Not indexed: its update stays on the page (HOT).
alter table activities add column next_lapse_at timestamptz;
