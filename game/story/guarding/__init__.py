"""The rules of the guard, a file for each: what one sentence of a telling may not say of this world now."""
