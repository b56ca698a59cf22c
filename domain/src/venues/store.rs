//! All the SQL of the venues slice, by table.
