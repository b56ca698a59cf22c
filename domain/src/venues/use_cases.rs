//! What may be done with venues: one file each.
