import fc from 'fast-check';

/**
 * Every property test draws its cases from one seed, so that a run never fails by chance and what fails
 * once fails again. `SLATE_SEED` takes another; `npm run test:seeds` takes many.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['SLATE_SEED'] ?? 20_200_605) });
