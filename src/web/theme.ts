import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The colour of what can be done: a calm petrol, dark enough for white text on every shade from 6 on. */
const petrol: MantineColorsTuple = [
  '#eef6f7',
  '#dbeaed',
  '#b5d5da',
  '#8abec7',
  '#5da2ae',
  '#33808e',
  '#1c6776',
  '#14505c',
  '#103f49',
  '#0b2e36',
];

/** Greys with a little of the same blue, so that Mantine's own surfaces match the page's in the dark. */
const dark: MantineColorsTuple = [
  '#e4e7ea',
  '#c3cad1',
  '#a3acb6',
  '#7c8691',
  '#3a4149',
  '#2c3239',
  '#22282e',
  '#1b1f24',
  '#14171a',
  '#0e1012',
];

/** Sizes, type and colours of the page. */
export const theme = createTheme({
  primaryColor: 'petrol',
  colors: { petrol, dark },
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace:
    "'JetBrains Mono Variable', ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.1875rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 340 } },
  },
});
