#![feature(gen_blocks)]
pub async fn go() -> impl Iterator<Item = u8> + use<> { async || {}; todo!() }
unsafe extern "C" { pub safe fn sqrt(x: f64) -> f64; unsafe fn raw(); }
#[unsafe(no_mangle)]
pub extern "C" fn call() {}
trait Shape { type Out<'a> where Self: 'a; async fn area(&self) -> f64; const fn k(); }
fn chain(x: Option<u8>) { if let Some(a) = x && a > 1 { run() } let Some(b) = x else { return }; let c = c"text"; match x { Some(1..=5 | 7) => {}, _ => {} } }
fn run() {}
struct W<const N: usize = 3>([u8; N]);
impl<T: ?Sized> W<3> { fn inner(self: &Self) where for<'a> &'a T: Copy {} }
fn last() -> ! { loop {} }
gen fn numbers() -> u8 { yield 1; }
fn after() {}
