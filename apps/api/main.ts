import { loadConfig } from '@bureau/config';
import { endsWithWords } from '../core/ending';
import { serve } from './api';

void endsWithWords(() => serve(loadConfig()));
