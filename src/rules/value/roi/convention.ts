/** One sentence that says how the return is to be read: currency, prices, tax, timing, rate. */
import {
  equal,
  isNumber,
  join,
  multiply,
  numName,
  round,
  txtName,
  when,
  type Txt,
} from '../../expression';
import type { CellName } from '../../register';

export interface ConventionWords {
  /** Choices of the settings, as the sheet has them. */
  real: string;
  after: string;
  mid: string;
  /** Parts of the sentence. */
  noCurrency: string;
  separator: string;
  nominalPart: string;
  realPart: string;
  beforeTax: string;
  afterTax: string;
  endPart: string;
  midPart: string;
  ratePart: string;
  noRatePart: string;
  year0: string;
  withVendor: string;
  withoutVendor: string;
}

const either = (name: CellName, choice: string, then: string, otherwise: string): Txt =>
  when(equal(txtName(name), choice), then, otherwise) as Txt;

export const conventionOf = (currency: CellName, words: ConventionWords): Txt =>
  join(
    when(equal(txtName(currency), ''), words.noCurrency, txtName(currency)) as Txt,
    words.separator,
    either('Roi.Prices', words.real, words.realPart, words.nominalPart),
    words.separator,
    either('Roi.Tax', words.after, words.afterTax, words.beforeTax),
    words.separator,
    either('Roi.Timing', words.mid, words.midPart, words.endPart),
    words.separator,
    when(
      isNumber(numName('Roi.Rate')),
      join(`${words.ratePart} `, round(multiply(100, numName('Roi.Rate')), 2), ' %'),
      words.noRatePart,
    ) as Txt,
    words.separator,
    words.year0,
    words.separator,
    when(equal(numName('Roi.VendorCounts'), 1), words.withVendor, words.withoutVendor) as Txt,
  );
