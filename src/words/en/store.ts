/** English sentences of the store. */
export const storeEn = {
  'store.none': () => 'this service keeps nothing; start it with a data folder (slate serve --data DIR)',
  'store.away': () =>
    'the store cannot be reached for the moment; nothing was written, and it is right to try again',
  'store.no-precondition': () =>
    'it must be said which version was seen: If-Match with its number in quotation marks, or If-None-Match: * for a new draft',
  'store.bad-precondition': ({ header }: { readonly header: string }) =>
    `${header} names no version: If-Match has the number of the version that was seen in quotation marks, as "3", and If-None-Match: * is for what is new`,
  'store.other-id': ({ id, found }: { readonly id: string; readonly found: string }) =>
    `the body is of draft ${found}, the address of ${id}`,
  'store.newer': ({ at }: { readonly at: string }) =>
    `${at}: a later version of Slate has written this store; use that version, or a store of its own (--data)`,
  'store.cannot-open': ({ at, reason }: { readonly at: string; readonly reason: string }) =>
    `${at}: the store cannot be opened: ${reason}`,
  'store.not-empty': ({ at }: { readonly at: string }) =>
    `${at}: a store is restored or moved into an empty place only, and this one holds something`,
  'store.file-exists': ({ file }: { readonly file: string }) =>
    `${file}: there is a file of this name already; name another, nothing is written over`,
  'store.no-file': ({ file }: { readonly file: string }) => `${file}: there is no such backup`,
  'store.bad-name': ({ name }: { readonly name: string }) =>
    `${name}: a name is written in lower-case letters a to z, digits and hyphens, at most 100 of them`,
  'store.no-document': ({
    named,
    allowed,
  }: {
    readonly named: string;
    readonly allowed: readonly string[];
  }) => `nothing is kept as ${named}${allowed.length === 0 ? '' : `; there is ${allowed.join(', ')}`}`,
  'store.removed': ({ named, at }: { readonly named: string; readonly at: string }) =>
    `what ${named} held was removed for good on ${at.slice(0, 10)}; its hash and its counts are all that is left`,
  'store.not-again': ({ named, at }: { readonly named: string; readonly at: string }) =>
    `these are the bytes of ${named}, which were removed for good on ${at.slice(0, 10)}; they are not kept again. Take out of the table whoever is to be in it no more`,
  'store.not-as-written': ({ subject }: { readonly subject: string }) =>
    `${subject} does not stand in the store as Slate writes it: the store is damaged, or something else has written there; slate audit verify shows what was changed, and a backup from before has it whole`,
  'store.no-run': ({ id }: { readonly id: string }) =>
    `no run is kept as ${id}, or several begin so; slate runs lists them`,
  'store.no-draft': ({ id }: { readonly id: string }) => `no draft is kept as ${id}; slate draft lists them`,
  'store.no-draft-file': () => 'this is no draft; the page writes one by its list of drafts',
  'store.no-step': (of: {
    readonly from: string;
    readonly to: string;
    readonly allowed: readonly string[];
  }) =>
    of.allowed.length === 0
      ? `a draft that is ${of.from} stays so; it cannot become ${of.to}`
      : `a draft that is ${of.from} cannot become ${of.to}; it can become ${of.allowed.join(' or ')}`,
  'store.conflict': ({ version, by }: { readonly version: number; readonly by: string }) =>
    `${by} has written version ${version} meanwhile; look at it, then write yours on top of it`,
  'store.closed': ({ state }: { readonly state: string }) =>
    `a draft that is ${state} cannot be changed; return it first, or write a new one`,
};
