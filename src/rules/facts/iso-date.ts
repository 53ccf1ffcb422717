const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01 of a date written `YYYY-MM-DD`; `undefined` if it is not one, or no such day exists. */
export function daysOfIsoDate(text: string): number | undefined {
  if (!ISO_DATE.test(text)) return undefined;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  // Some engines roll 31 February over into March instead of refusing it.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== text)
    return undefined;
  return milliseconds / MILLISECONDS_A_DAY;
}

/** The date `YYYY-MM-DD` that lies so many days after 1970-01-01. */
export function isoDateOfDays(days: number): string {
  return new Date(days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
