/** What the id of a rule or a rule set looks like. */
export const ID = /^[a-z0-9-]+$/;
