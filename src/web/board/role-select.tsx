import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROLES } from '../../store/roles.ts';
import type { Role } from '../api/people.ts';
import { useWording } from '../shared/language.tsx';

/** What somebody may do, to be chosen. */
export function RoleSelect(properties: {
  readonly label: string;
  readonly hasLabel?: boolean;
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}): ReactNode {
  const { label, hasLabel = false, value, onChange } = properties;
  const { say } = useWording();
  return (
    <NativeSelect
      size="xs"
      {...(hasLabel ? { label } : { 'aria-label': label })}
      value={value}
      data={ROLES.map((role) => ({ value: role, label: say('web.role', { role }) }))}
      onChange={(event) => {
        const role = ROLES.find((each) => each === event.currentTarget.value);
        if (role !== undefined && role !== value) onChange(role);
      }}
    />
  );
}
