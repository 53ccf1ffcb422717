import type { ReactNode } from 'react';
import classes from './batches-view.module.css';

/** A table of figures, each line under what it is about; on a narrow screen it is moved sideways. */
export function NumberTable(properties: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): ReactNode {
  const { title, heads, rows } = properties;
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={classes.step}>{title}</h3>
      <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...figures]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {figures.map((figure, index) => (
                  <td key={heads[index + 1]}>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
