import { loadConfig } from '@bureau/config';
import { endsWithWords } from '../core/ending';
import { work } from './worker';

void endsWithWords(() => work(loadConfig()));
