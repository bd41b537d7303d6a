-- Announcements for the people of one building or one branch; who they are is resolved when they are told.
alter table announcements drop constraint announcements_audience_check;
alter table announcements add constraint announcements_audience_check check (audience in ('everyone', 'activity', 'building', 'branch'));
