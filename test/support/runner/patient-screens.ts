import { configure } from '@testing-library/svelte';

// A second, which is what a screen has by itself to show what it was asked for, is a pace.
configure({ asyncUtilTimeout: 30_000 });
