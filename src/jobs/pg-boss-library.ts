/**
 * What the queue uses of the library pg-boss. The package has these parts built in: with all that the library
 * needs for timetables, which Slate has none of, it would weigh 7 MB where it is installed.
 */
export { type Db, fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';
