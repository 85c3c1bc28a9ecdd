-- Whether somebody of another organisation may be named asks for every allocation they ever had, and only those that
-- last stood in an index: each name out of reach read the whole table, and PostgreSQL, expecting that, planned anew
-- each statement that names a person.

create index allocation_of_person_ever on waymark.allocation (person_id, child_id);
