import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { boundsWords } from '../../shared/bounds.ts';
import { useWording } from '../../shared/language.tsx';
import classes from './filter-chooser.module.css';
import type { ColumnFilter, PeopleFilters } from './people-filters.ts';

/** What is asked of the people of a list, and how many of them satisfy it; each can be dropped. */
export function FilterChips(properties: {
  readonly filters: PeopleFilters;
  readonly found: number;
  readonly of: number;
  readonly onFilters: (filters: PeopleFilters) => void;
}): ReactNode {
  const { filters, found, of, onFilters } = properties;
  const { say, fact: titleOf, value: wordOf, language } = useWording();
  const asked = Object.entries(filters);
  if (asked.length === 0) return null;
  const words = (column: string, filter: ColumnFilter): string =>
    filter.is === 'values'
      ? filter.values.map((value) => wordOf(column, value)).join(', ')
      : boundsWords(filter.min ?? null, filter.max ?? null, 'count', language);
  return (
    <ul className={classes.chips} aria-label={say('web.filter')}>
      {asked.map(([column, filter]) => {
        const name = `${titleOf(column)}: ${words(column, filter)}`;
        return (
          <li key={column}>
            {name}
            <ActionIcon
              size={20}
              aria-label={say('web.drop-filter', { name })}
              onClick={() => {
                const { [column]: _dropped, ...others } = filters;
                onFilters(others);
              }}
            >
              <X size={12} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
      <li>{say('web.filtered', { found, of })}</li>
    </ul>
  );
}
