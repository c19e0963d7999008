import { numName, type Num } from '../../../rules';
import { cellName } from './named';

export const contractName = (id: string) => cellName('Contract', id);

export const contract = (id: string): Num => numName(contractName(id));
