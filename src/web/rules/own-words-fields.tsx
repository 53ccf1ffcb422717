import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { LANGUAGES, textOf } from '../../words/language.ts';
import { useWording } from '../shared/language.tsx';
import { AddButton } from './line-buttons.tsx';
import type { OwnWords } from './own-words.ts';
import classes from './rule-builder.module.css';
import type { RuleDraft } from './rule-draft.ts';

/** What a rule is called, and where its figures come from: once for both languages, or in each. */
export function OwnWordsFields(properties: {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, onChange } = properties;
  return (['title', 'source'] as const).map((key) => (
    <WordsField
      key={key}
      of={key}
      words={draft[key]}
      onChange={(words) => onChange({ ...draft, [key]: words })}
    />
  ));
}

function WordsField(properties: {
  readonly of: 'title' | 'source';
  readonly words: OwnWords | undefined;
  readonly onChange: (words: OwnWords) => void;
}): ReactNode {
  const { of, words, onChange } = properties;
  const { say } = useWording();
  if (words === undefined || typeof words === 'string') {
    const written = words ?? '';
    return (
      <div className={classes.line}>
        <TextInput
          size="xs"
          className={classes.words}
          maxLength={300}
          label={say(`web.rule-${of}`)}
          placeholder={of === 'title' ? say('web.rule-title-none') : undefined}
          value={written}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        {written.trim() !== '' && (
          <AddButton words={say('web.in-each-language')} onClick={() => onChange(textOf(written))} />
        )}
      </div>
    );
  }
  return (
    <div className={classes.line}>
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          size="xs"
          className={classes.words}
          maxLength={300}
          label={say(`web.rule-${of}-${language}`)}
          value={words[language]}
          onChange={({ currentTarget }) => onChange({ ...words, [language]: currentTarget.value })}
        />
      ))}
    </div>
  );
}
