//! What takes place at a venue.
