/** What people may do, each more than the one before: look and ask; write; decide; say who may. */
export const ROLES = ['reader', 'drafter', 'approver', 'administrator'] as const;

/** What somebody may do. */
export type Role = (typeof ROLES)[number];

/** Whether a role is enough where another is needed. */
export function suffices(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The role of a name; `undefined` where no role is called so. */
export function roleNamed(name: unknown): Role | undefined {
  return ROLES.find((each) => each === name);
}
