/** What a body keeps besides drafts and runs. */
export const DOCUMENT_KINDS = ['pool', 'units', 'rules', 'scenario', 'mapping'] as const;

/** The kind of a document. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
