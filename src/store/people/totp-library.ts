/** What second factors use of the library otpauth; the package has it built in. */
export { Secret, TOTP } from 'otpauth';
