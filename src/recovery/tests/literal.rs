//! The engine on literals.
