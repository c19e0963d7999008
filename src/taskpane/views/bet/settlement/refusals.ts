import type { Place, Refusal, Study } from '../../../../office';
import type { ViewId } from '../../viewIds';
import { placeOfFault, valueChecks } from '../../checks/valueChecks';

/** A place in the workbook, or another view of the pane. */
export type Where = { place: Place } | { view: ViewId };

/** Where what stands against a signature is put right; undefined where that is no place. */
export function whereToMend(study: Study, refusal: Refusal): Where | undefined {
  switch (refusal.kind) {
    case 'no-amount':
      return { place: { name: 'Contract.Problem' } };
    case 'no-day':
      return { view: 'value' };
    case 'value-unknown':
      return { place: { table: 'periods', column: 'value' } };
    case 'incomplete':
    case 'differs':
      return { view: 'checks' };
    case 'checks': {
      const [fault] = refusal.faults;
      if (fault) return { place: placeOfFault(fault) };
      const first = valueChecks(study).find(({ id }) => id === refusal.failing[0]?.check);
      return first ? { place: { sheet: first.sheet } } : { view: 'checks' };
    }
    case 'ledger':
      return { place: { sheet: 'ledger' } };
    default:
      return undefined;
  }
}
