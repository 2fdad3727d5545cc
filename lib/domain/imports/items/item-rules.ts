/** What the place of an item says for it, beside the reasons in its words (kinds/rules.ts). */
export const itemRules = [
  "row_of_tasks",
  "unknown_column",
  "part_of_an_item",
  "under_a_heading_of_goals",
  "under_a_heading_of_requirements",
  "rectification_fields",
  "said_twice",
  "breaks_an_item_down",
  "goal_named",
  "activity_decided",
  "step_of_an_activity",
  "said_in_a_report",
] as const;
