/**
 * What policies ask of the transaction's scope. They raise when no scope is set: an empty answer would read as "no
 * data". Used as `(select …)`, so that each is evaluated once a statement.
 */
export const SCOPE_FUNCTIONS = `
  create function scope() returns jsonb language plpgsql stable as $$
  begin
    if coalesce(current_setting('app.scope', true), '') = '' then
      raise exception 'no scope is set for this transaction' using errcode = 'insufficient_privilege';
    end if;
    return current_setting('app.scope')::jsonb;
  end $$;
  create function scope_all(part text) returns boolean language sql stable as
    $$ select coalesce(scope() -> part = '"all"'::jsonb, false) $$;
  create function scope_ids(part text) returns int[] language sql stable as
    $$ select case when jsonb_typeof(scope() -> part) = 'array'
         then array(select jsonb_array_elements_text(scope() -> part)::int) else '{}' end $$;
  create function scope_flag(part text) returns boolean language sql stable as
    $$ select coalesce((scope() ->> part)::boolean, false) $$;
`;
