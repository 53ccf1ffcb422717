import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UnreadWord } from '../../pools/table-mapping.ts';
import { useWording } from '../../shared/language.tsx';
import classes from './unread-words.module.css';

/** What stands for a choice of an empty cell, which no value of a column is. */
const EMPTY = ' ';

/** Words of the user's table that mean nothing to Slate, each with what it can be said to mean. */
export function UnreadWords(properties: {
  readonly words: readonly UnreadWord[];
  readonly onMean: (word: UnreadWord, value: string) => void;
}): ReactNode {
  const { words, onMean } = properties;
  const { say, value: wordOf } = useWording();
  if (words.length === 0) return null;
  return (
    <section className={classes.words} aria-label={say('web.unread-words')}>
      <h3>{say('web.unread-words')}</h3>
      <ul>
        {words.map((each) => {
          const { heading, fact, word, cells, allowed } = each;
          const label = say('web.unread-word', { word, heading, cells });
          return (
            <li key={`${heading} ${word}`}>
              <span>{label}</span>
              <NativeSelect
                size="xs"
                aria-label={say('web.word-means', { word })}
                value=""
                data={[
                  { value: '', label: say('web.choose-meaning') },
                  ...allowed.map((value) => ({ value, label: wordOf(fact, value) })),
                  { value: EMPTY, label: say('web.means-empty') },
                ]}
                onChange={({ currentTarget: { value } }) =>
                  value !== '' && onMean(each, value === EMPTY ? '' : value)
                }
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
