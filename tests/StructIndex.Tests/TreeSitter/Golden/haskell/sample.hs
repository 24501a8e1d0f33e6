{-# LANGUAGE GADTs #-}
{- |
Module      : Data.Shelf
Keeps shelves.
-}
module Data.Shelf
  ( Shelf(..), add
  ) where

import qualified Data.Map as M
import Data.List (sortBy, (\\))
import Control.Monad hiding (forM)

-- | A shelf of things.
-- Second line.
data Shelf a = Shelf
  { items :: [a] -- ^ what it holds
  , width, height :: Int
  }
  deriving (Show, Eq)

data Color where
  Red :: Color

newtype Wrap m a = Wrap { unwrap :: m a } deriving newtype (Functor)

type Name = String

-- | Things that can be priced.
class Show a => Priced a where
  -- | Its price.
  price :: a -> Int
  price _ = 0
  {-# MINIMAL price #-}
  total :: [a] -> Int

instance Priced a => Priced (Shelf a) where
  price (Shelf xs _ _) = sum (map price xs)
  price _ = 0

{-| Adds one.

  >>> add 1 s
-}
add :: Ord a => a -> Shelf a -> Shelf a
add x (Shelf [] w h) = Shelf [x] w h
add x shelf
  | x `elem` items shelf = shelf
  | otherwise = go (items shelf)
  where
    go ys = M.insert x ys
{-# INLINE add #-}

-- | Counts what 'items' holds, see @length@.
count
  :: Shelf a -- ^ the shelf
  -> Int     -- ^ how many
count shelf = length $ items shelf

infixl 6 <+>
(<+>) :: Int -> Int -> Int
a <+> b = a + b

x `plus` y = x <+> y

constant :: Int
constant = 3

f, g :: Int -> Int
f = g . plus 1
g n = case n of { 1 -> let z = f n in z; _ -> 0 }

main :: IO ()
main = do
  report
  mapM_ print =<< M.lookup "a" m

type family Elem c :: *
deriving instance Show Color
foreign import ccall "sin" c_sin :: Double -> Double

#ifdef WINDOWS
report = f 1
#else
report = g 1
#endif
