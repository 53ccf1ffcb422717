/** A random id of 16 letters and digits. Works on pages without TLS too, where `crypto.randomUUID` does not exist. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => 'abcdefghijklmnopqrstuvwxyz012345'.charAt(byte % 32)).join('');
}
