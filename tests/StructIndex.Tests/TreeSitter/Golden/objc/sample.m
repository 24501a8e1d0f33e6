// Plays sounds.
#import <Foundation/Foundation.h>
#import "Player.h"

/// What a player tells.
@protocol PlayerDelegate <NSObject>
- (void)playerDidStop:(Player *)player;
@end

/// A player of sounds.
@interface Player : NSObject <Playing>
@property (nonatomic, copy) NSString *title;
- (instancetype)initWithTitle:(NSString *)title volume:(float)volume;
+ (Player *)shared;
@end

@implementation Player

/**
 * Makes one.
 * @param title what it plays
 */
- (instancetype)initWithTitle:(NSString *)title volume:(float)volume {
  self = [super init];
  Clock *clock = [[Clock alloc] init];
  [self.queue start];
  NSLog(@"%@", title);
  return self;
}

+ (Player *)shared { return helper(); }

@end

static Player *helper(void) { return nil; }
