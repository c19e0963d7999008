import { formatAddress } from '../area';
import { instance, type Kind } from '../kind';
import { shared, type Areas } from '../look';
import { conditionalFormatCollection } from './conditional-formats';
import { dataValidation } from './data-validation';
import { rangeOf } from './place';
import { rangeFormat } from './range-format';
import { applyStyle } from './styles';

const address = ({ sheet, areas }: Areas): string =>
  areas.map((area) => formatAddress(sheet, area)).join(',');

export const rangeAreas: Kind<Areas> = {
  name: 'RangeAreas',
  key: (state, engine) => ({ _ReferenceId: engine.heldId(state) }),
  get: {
    Address: address,
    AddressLocal: address,
    AreaCount: ({ areas }) => areas.length,
    Style: (state) => shared(state, ({ named }) => named ?? 'Normal'),
    CellCount: ({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
  },
  set: { Style: applyStyle },
  to: {
    Areas: (state) => instance(rangeCollection, state),
    Format: (state) => instance(rangeFormat, state),
    DataValidation: (state) => instance(dataValidation, state),
    ConditionalFormats: (state) => instance(conditionalFormatCollection, state),
  },
};

const rangeCollection: Kind<Areas> = {
  name: 'RangeCollection',
  items: ({ sheet, areas }) => areas.map((area) => rangeOf(sheet, area)),
  call: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [index]) => rangeOf(sheet, areas[index]!),
  },
};
