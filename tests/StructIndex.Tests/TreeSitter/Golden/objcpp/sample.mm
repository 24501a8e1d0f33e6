// Shows rooms.
#import <UIKit/UIKit.h>
#import "Door.h"
#include "Hall.hpp"

@class Guard;
@protocol Visitor;

namespace house {

/// A hall with doors.
template <typename T>
class Hall : public Room {
 public:
  Hall() : doors_{[Door allDoors]} {}
  void enter();
  bool isOpen() const { return [door_ isOpen] && count(@"open") > 0; }

 private:
  std::vector<T> doors_;
};

void Hall::enter() {
  [Door doorNamed:@"a"];
  auto opened = [this](int floor) { return floor + step(floor); };
  dispatch_async(queue, ^{ [Door closeAll]; });
  [[Door alloc] init];
  knock(opened(doors[2]));
}

}  // namespace house

/// Who guards.
@interface Guard : NSObject <Visitor> {
  house::Hall hall_;
}
@property(nonatomic, strong) NSString *name;
/// Walks through the hall.
- (void)patrol;
- (int)count:(int)floors of:(NSString *)name;
@end

@implementation Guard {
  std::map<int, house::Hall> halls_;
}

@synthesize name = _name;

- (instancetype)init {
  if (self = [super init]) {
    hall_ = house::makeHall(3);
  }
  return self;
}

/// Walks through the hall, and back.
- (void)patrol {
  house::Hall h;
  h.enter();
  for (auto& hall : halls_) {
    hall.second.enter();
  }
  [self count:measure(1) of:@"x"];
  @try {
    check(@[ @1, @2 ], @{ @"a" : @(3) });
  } @catch (NSException *e) {
    report(e);
  } @finally {
    @autoreleasepool { done(); }
  }
}

// Counts.
- (int)count:(int)floors
          of:(NSString *)name {
  @synchronized(self) {
    return floors ^ house::Hall::most(floors);
  }
}

static int twice(int n) { return n * 2; }

@end
