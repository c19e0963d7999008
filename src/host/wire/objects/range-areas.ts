import type { Area, Sheet } from '../../../book';
import { formatAddress } from '../area';
import { instance, type Instance, type Kind } from '../kind';
import { rangeOf } from './place';

interface Areas {
  sheet: Sheet;
  areas: Area[];
}

export const areasOf = (sheet: Sheet, areas: Area[]): Instance<Areas> =>
  instance(rangeAreas, { sheet, areas });

const address = ({ sheet, areas }: Areas): string =>
  areas.map((area) => formatAddress(sheet, area)).join(',');

const rangeAreas: Kind<Areas> = {
  name: 'RangeAreas',
  key: (state, engine) => ({ _ReferenceId: engine.referenceId(state) }),
  get: {
    Address: address,
    AddressLocal: address,
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
  },
  to: { Areas: (state) => instance(rangeCollection, state) },
};

const rangeCollection: Kind<Areas> = {
  name: 'RangeCollection',
  items: ({ sheet, areas }) => areas.map((area) => rangeOf(sheet, area)),
  call: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [index]) => rangeOf(sheet, areas[index]!),
  },
};
