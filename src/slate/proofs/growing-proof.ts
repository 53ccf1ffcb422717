import type { Further, Proof } from '../../proofs/proof.ts';
import type { Assurance } from '../../check/answer-parts.ts';
import type { ProvingControl } from '../../optimize/threads/proving.ts';
import { checkedFurther } from './proving.ts';
import type { SlateCase } from '../../check/slate-case.ts';

/** A proof with all that was added to it, and whether it ends with there being no further slate. */
export interface WholeProof {
  readonly proof?: Proof;
  readonly noFurther?: Assurance;
}

/** The proof of a proposal, which grows slate by slate. */
export class GrowingProof {
  readonly #asked: SlateCase;
  readonly #differ: number;
  readonly #best: Proof | undefined;
  readonly #further: Further[] = [];
  #last: { readonly behind: Assurance; readonly isSlate: boolean } | undefined;

  /** @param best the proof of the best slate; without one nothing after it is proven either. */
  constructor(asked: SlateCase, differ: number, best?: Proof) {
    this.#asked = asked;
    this.#differ = differ;
    this.#best = best;
  }

  /**
   * Looks for the proof of the next slate.
   *
   * @param members its ids; `undefined`: no further one exists.
   * @param wanted how many slates are wanted still: all are to be found in time, proven or not.
   */
  async add(
    members: readonly string[] | undefined,
    { timeLimit, signal }: ProvingControl,
    wanted: number,
  ): Promise<void> {
    const limit = timeLimit / (2 * wanted);
    const found = await this.#found(members, { timeLimit: limit, ...(signal !== undefined && { signal }) });
    if (found !== undefined) this.#further.push(found);
    const isProven = found !== undefined && ('none' in found || 'levels' in found || 'as' in found);
    this.#last = { behind: isProven ? 'proven' : 'one-solver', isSlate: members !== undefined };
  }

  async #found(
    members: readonly string[] | undefined,
    control: ProvingControl,
  ): Promise<Further | undefined> {
    if (this.#best?.claim !== 'optimal') return undefined;
    const before = { slate: this.#best.slate, further: this.#further };
    return checkedFurther(this.#asked, before, this.#differ, members, control);
  }

  /** What stands behind the slate added last, as a field that is absent before the first. */
  get ofLast(): { readonly assurance?: Assurance } {
    return this.#last === undefined ? {} : { assurance: this.#last.behind };
  }

  /** All that is proven so far; fields that are absent where there is nothing. */
  get whole(): WholeProof {
    const further = this.#further.length === 0 ? {} : { differ: this.#differ, further: this.#further };
    return {
      ...(this.#best !== undefined && { proof: { ...this.#best, ...further } }),
      ...(this.#last?.isSlate === false && { noFurther: this.#last.behind }),
    };
  }
}
