-- What admins look for by a part of a name. Two Korean syllables are a usual question; pg_trgm needs three letters, and under
-- the locale C it sees no Korean letter at all. So the index holds every pair of neighbouring letters, whatever the locale.

create function letter_pairs(value text) returns text[] language sql immutable strict parallel safe
return (select coalesce(array_agg(distinct substr(lower(value), place, 2)), '{}') from generate_series(1, char_length(value) - 1) as place);

create index consultations_by_name on consultations using gin (letter_pairs(project_name));
create index users_by_name on users using gin (letter_pairs(name || ' ' || email));
