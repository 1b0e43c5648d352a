//! The optimised bundle on loopback.

use anyhow::{Context, Result};
use crossread_host::Host;

use crate::step::step;
use crate::{dist, project, setup};

/// Sets up, builds, serves and prints the address; runs until it is stopped.
pub(crate) fn serve(port: u16) -> Result<()> {
    let tools = setup::for_building()?;
    step("build the optimised bundle", || dist::build(&tools))?;
    let host =
        Host::start(&project::dist(), "/", port).with_context(|| format!("cannot serve on port {port}: try `cargo xtask serve PORT`"))?;
    println!("Crossread is at {}  (Ctrl+C ends it)", host.url());
    loop {
        std::thread::park();
    }
}
