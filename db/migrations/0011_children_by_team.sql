-- A team's children by name: read in order from the index, however large the organisation.
create index child_by_team on waymark.child (team_id, known_as, id) where team_id is not null;
