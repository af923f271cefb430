// The script that does nothing: what Node and tsx cost by themselves.
export {};
