import fc from 'fast-check';

// The same cases on every machine, so that a failure is never a matter of luck. FC_SEED=… tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261112) });
