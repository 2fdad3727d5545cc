ALTER TABLE "departments" ADD COLUMN "member_kinds" "department_kind"[];
--> statement-breakpoint
-- by hand
-- The two collectives of the newspaper page whose words say whom they stand for.
UPDATE public.departments SET member_kinds = CASE code WHEN 'cities' THEN '{city}' ELSE '{city,district}' END::public.department_kind[]
  WHERE kind = 'collective' AND code IN ('cities', 'cities-counties');
