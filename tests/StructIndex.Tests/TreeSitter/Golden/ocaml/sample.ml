(** Module doc. *)
open Core
open! Base.List
module M = Map.Make (String)
(** A stock. *)
type 'a stock = { name : string; items : 'a list } [@@deriving show]
type color = Red | Green of int
exception Bad of string
(** Adds one. *)
let rec add x s = match s with [] -> [x] | h :: t -> h :: add x t
and other y = Printf.printf "x" y
let ( + ) a b = a
let x = 1
module type S = sig
  (** doc *)
  val price : int -> int
  type t
end
module Shelf : S = struct
  let price n = List.map helper n |> sum
  type t = int
end
module F (X : S) = struct let g () = X.price 1 end
class point x = object (self)
  inherit base x
  val mutable y = x
  method norm = self#helper 1
  method private h = new point 2
end
external c_fun : int -> int = "c_fun"
let%test "adds" = add 1 [] = [1]
let () = print_endline "x"
let f = fun x -> x
let g = function A -> 1 | B -> 2
include Foo
