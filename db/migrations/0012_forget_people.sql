-- A person who leaves is forgotten, also in the timeline, to which the program itself can only add. The two functions take
-- words out and leave what happened and when; of people who are still here the second takes nothing.

create function without_words(data jsonb) returns jsonb language sql immutable strict parallel safe
return data || (
    select coalesce(jsonb_object_agg(key, '삭제됨'), '{}')
      from jsonb_each(data)
     where key in ('projectName', 'stage', 'note', 'reason', 'error') and jsonb_typeof(value) = 'string');

create function forget_timeline(person uuid) returns void language sql security definer set search_path from current as $$
    update consultation_events set data = without_words(data)
     where consultation_id in (
        select consultations.id
          from consultations
          join users on users.id = user_id
         where users.id = person and users.deleted_at is not null)
$$;
