import { checks } from './checks.mjs';
import { runSteps } from './steps.mjs';

runSteps(checks);
