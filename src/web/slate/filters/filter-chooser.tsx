import { ActionIcon, Checkbox, NativeSelect, NumberInput, Popover } from '@mantine/core';
import { Filter } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useCase } from '../../session/case.tsx';
import { factsOf, type PoolFact } from '../../rules/pool-facts.ts';
import { useWording } from '../../shared/language.tsx';
import classes from './filter-chooser.module.css';
import { type ColumnFilter, type PeopleFilters, withFilter } from './people-filters.ts';

/** Chooses what is asked of the people of a list: by one column after the other, all of it together. */
export function FilterChooser(properties: {
  readonly filters: PeopleFilters;
  readonly onFilters: (filters: PeopleFilters) => void;
}): ReactNode {
  const { filters, onFilters } = properties;
  const { say, fact: titleOf } = useWording();
  const facts = useFilterable();
  const [column, setColumn] = useState<string>();
  const chosen = facts.find(({ fact }) => fact === column) ?? facts[0];
  if (chosen === undefined) return null;
  const isActive = Object.keys(filters).length > 0;
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={say('web.filter')} variant={isActive ? 'filled' : 'subtle'}>
          <Filter size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('web.filter')}>
        <NativeSelect
          size="xs"
          label={say('web.column')}
          value={chosen.fact}
          data={facts.map(({ fact }) => ({ value: fact, label: titleOf(fact) }))}
          onChange={(event) => setColumn(event.currentTarget.value)}
        />
        <Fields
          key={chosen.fact}
          fact={chosen}
          filter={filters[chosen.fact]}
          onFilter={(filter) => onFilters(withFilter(filters, chosen.fact, filter))}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The columns by which people can be narrowed down: of numbers, and of few different values. */
function useFilterable(): readonly PoolFact[] {
  const { people, ruleSet } = useCase();
  return useMemo(
    () =>
      factsOf(people, ruleSet?.facts).filter(
        ({ fact, type, values }) =>
          fact === 'age' || values.length > 0 || (type === 'number' && people.headings.includes(fact)),
      ),
    [people, ruleSet],
  );
}

function Fields(properties: {
  readonly fact: PoolFact;
  readonly filter: ColumnFilter | undefined;
  readonly onFilter: (filter: ColumnFilter) => void;
}): ReactNode {
  const { fact, filter, onFilter } = properties;
  const { say, value: wordOf } = useWording();
  if (fact.values.length > 0) {
    const values = filter?.is === 'values' ? filter.values : [];
    return (
      <div className={classes.values}>
        {fact.values.map(({ value, count }) => {
          const text = String(value);
          return (
            <Checkbox
              key={text}
              size="xs"
              label={`${wordOf(fact.fact, text)} (${count})`}
              checked={values.includes(text)}
              onChange={(event) =>
                onFilter({
                  is: 'values',
                  values: event.currentTarget.checked
                    ? [...values, text]
                    : values.filter((each) => each !== text),
                })
              }
            />
          );
        })}
      </div>
    );
  }
  const { min, max } = filter?.is === 'range' ? filter : { min: undefined, max: undefined };
  const written = (bound: string | number): number | undefined =>
    typeof bound === 'number' ? bound : undefined;
  return (
    <div className={classes.range}>
      <NumberInput
        size="xs"
        label={say('web.from')}
        value={min ?? ''}
        onChange={(bound) => onFilter({ is: 'range', min: written(bound), max })}
      />
      <NumberInput
        size="xs"
        label={say('web.to')}
        value={max ?? ''}
        onChange={(bound) => onFilter({ is: 'range', min, max: written(bound) })}
      />
    </div>
  );
}
