//! One test binary: every file beside this one is a part of it.

mod seed;
mod seed_render;
