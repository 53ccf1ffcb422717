import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { Page } from './page.tsx';

// Compiled parsers would need `unsafe-eval`, which the page's policy refuses.
z.config({ jitless: true });

const root = document.querySelector('#page');
if (root === null) throw new Error('the page has no place to stand');
createRoot(root).render(<Page />);
