import { storeAnswerSchema } from '../../service/keeping/draft-answers.ts';
import { WHO } from '../api/account.ts';
import { ask } from '../api/service.ts';
import { chosenLanguage } from '../shared/language.tsx';
import { BrowserDraftStore } from './browser-store.ts';
import { ServiceDraftStore } from './service-store.ts';
import type { DraftStore } from './store.ts';

/** The drafts of this browser, which are there whether or not the service keeps any. */
export const BROWSER_DRAFTS = new BrowserDraftStore();

/** Where drafts live: in the store of the service where it has one and one may write into it, else in this browser. */
export async function chooseStore(): Promise<DraftStore> {
  const { kept } = await ask({ path: '/store', answer: storeAnswerSchema }, chosenLanguage());
  const { person } = await ask(WHO, chosenLanguage());
  return kept && person?.role !== 'reader' ? new ServiceDraftStore(chosenLanguage) : BROWSER_DRAFTS;
}
