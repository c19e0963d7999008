import type { Kind } from '../kind';
import { invalidArgument } from '../refusal';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export const application: Kind<null> = {
  name: 'Application',
  get: {
    CalculationMode: (_, engine) => engine.calculationMode,
    CalculationState: () => 'Done',
    CalculationEngineVersion: () => 191029,
  },
  set: {
    CalculationMode: (_, value, engine) => {
      if (!MODES.includes(value)) throw invalidArgument();
      engine.calculationMode = value;
    },
  },
  call: {
    Calculate: (_, [type], engine) => {
      if (type === 'Recalculate') engine.recalculate();
      else if (type === 'Full' || type === 'FullRebuild') engine.recalculate(true);
      else throw invalidArgument();
    },
    SuspendApiCalculationUntilNextSync: (_, _args, engine) =>
      void (engine.calculationSuspended = true),
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};
